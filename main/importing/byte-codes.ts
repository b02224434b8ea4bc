// The few ASCII codes the readers meet byte by byte.
export const LF = 10;
export const CR = 13;
export const TAB = 9;
export const BLANK = 32;
export const QUOTE = 34;
export const PLUS = 43;
export const COMMA = 44;
export const MINUS = 45;
export const POINT = 46;
export const SLASH = 47;
export const COLON = 58;
