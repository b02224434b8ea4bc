/** Numbers in two dimensions; a vector has one of length 1. */
export interface MatMatrix {
  /** [rows, columns] as MATLAB counts them. */
  readonly shape: readonly [number, number];
  /** As `shape`, but without places at the end of which no line has a number: what a file that was cut off still holds. */
  readonly there: readonly [number, number];
  /**
   * Places [from, from + count) along one axis (0: down the rows, 1: along the columns) of every wanted line across it.
   * NaN where the file ends early.
   */
  block(axis: 0 | 1, from: number, count: number, wanted: readonly boolean[]): Promise<(Float64Array | null)[]>;
}

/** A variable, or a field of one. `shape` and `dtype` are what scipy.io.loadmat says of it. */
export interface MatValue {
  readonly shape: readonly number[];
  readonly dtype: string;
  readonly content:
    | { readonly kind: "numbers"; readonly real: MatMatrix; readonly imaginary: MatMatrix | undefined }
    | { readonly kind: "text"; readonly text: string }
    | { readonly kind: "struct"; readonly fields: readonly MatVariable[] }
    /** Told of, not read. */
    | { readonly kind: "other"; readonly what: MatOther };
}

/** What is only listed: cells, lists of structs, sparse matrices, more than two dimensions, objects of classes, functions. */
export type MatOther = "cell" | "struct-list" | "sparse" | "dimensions" | "object" | "function" | "kind" | "damaged";

export interface MatVariable {
  readonly name: string;
  readonly value: MatValue;
  /** Unit of its numbers; left out where the format has none. */
  readonly unit?: string;
  /** Names of the lines of a matrix. */
  readonly labels?: readonly string[];
}

/** What a file was found to hold: a tree of variables, whatever the format calls them. */
export interface MatContents {
  /** In file order. */
  readonly variables: readonly MatVariable[];
  /** "4", "5" or "7.3" of a MAT-file. */
  readonly version: string;
  /** Text the writing program put at the head of the file; "" where there is none. */
  readonly header: string;
  /** Between the names of a path; a dot where it is left out. */
  readonly separator?: string;
  /** When the recording began, ms UTC; null where nobody says. */
  readonly start?: number | null;
  /** As in `Recording`. */
  readonly zone?: string | null;
}
