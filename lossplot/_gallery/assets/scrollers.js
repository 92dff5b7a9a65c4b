// Boxes that keys can scroll where what is in them is wider than they are.

/** Let each of `boxes` have the focus while it is too narrow for its content, under the name that `nameOf` returns. */
export function nameScrollers(boxes, nameOf) {
  // A box that is not drawn yet is not measured, which would draw it: it is observed once it is.
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) nameScroller(target, nameOf);
  });
  for (const box of boxes) observer.observe(box);
}

/** Let `box` have the focus if it is too narrow for its content. */
export function nameScroller(box, nameOf) {
  const attributes = { tabindex: 0, role: "group", "aria-label": nameOf(box) };
  for (const [attribute, value] of Object.entries(attributes)) {
    if (box.scrollWidth > box.clientWidth) box.setAttribute(attribute, value);
    else box.removeAttribute(attribute);
  }
}
