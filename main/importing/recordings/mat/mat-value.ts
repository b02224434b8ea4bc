/** Numbers in two dimensions; a vector has one of length 1. */
export interface MatMatrix {
  /** [rows, columns] as MATLAB counts them. */
  readonly shape: readonly [number, number];
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
export type MatOther = "cell" | "struct-list" | "sparse" | "dimensions" | "object" | "function" | "damaged";

export interface MatVariable {
  readonly name: string;
  readonly value: MatValue;
}

/** What a file was found to hold. */
export interface MatContents {
  /** In file order. */
  readonly variables: readonly MatVariable[];
  /** "4", "5" or "7.3". */
  readonly version: string;
  /** Text the writing program put at the head of the file; "" where there is none. */
  readonly header: string;
}
