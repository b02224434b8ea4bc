/** Pixels every lane keeps free, so that the plots of all lanes stand exactly above one another. */
export const axisWidth = 62;
export const rightMargin = 14;
export const legendHeight = 20;
export const timeAxisHeight = 34;
