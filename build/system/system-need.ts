/** Something the system must bring and does not. */
export interface SystemNeed {
  /** For the reader: `libgtk-3.so.0`, `Xvfb`. */
  readonly what: string;
  /** Debian's name; undefined where none is known. */
  readonly packageName: string | undefined;
  /** Without it no window opens; otherwise only something smaller is lost, named in `otherwise`. */
  readonly required: boolean;
  readonly otherwise?: string;
}
