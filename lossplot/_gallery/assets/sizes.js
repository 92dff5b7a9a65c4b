// The sizes of letters in the live figure, and the room around it, in pixels.

export const TEXT = 14;
export const NUMBERS = 12.5;
export const TITLE = 17;
export const EDGE = 6;
