/** Columns a text takes on a terminal: Chinese characters take two. */
export const textWidth = (text: string): number => [...text].reduce((sum, sign) => sum + (wide.test(sign) ? 2 : 1), 0);
const wide = /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6]/;

export const padText = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - textWidth(text)));
