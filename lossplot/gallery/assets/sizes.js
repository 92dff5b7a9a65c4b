// The sizes of letters in the live figure, in pixels.

export const TEXT = 14;
export const NUMBERS = 12.5;
export const TITLE = 17;
