// The faces of Inter, whose files come with the page in base64 (lossplot/_formats/letters.py).

// The style and the weight of each face.
export const FACES = { regular: ["normal", 400], italic: ["italic", 400], medium: ["normal", 500] };

/** Make the faces of `letters`, which are their files, ready for the page, and return them. */
export function addFaces(letters) {
  const faces = Object.entries(FACES).map(([name, [style, weight]]) => new FontFace("Inter", bytesOf(letters[name]), { style, weight }));
  for (const face of faces) document.fonts.add(face);
  return faces;
}

/** The bytes that are written in base64, by a loop: a call for each of so many takes long. */
function bytesOf(base64) {
  const letters = atob(base64);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}
