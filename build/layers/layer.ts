/** One row of the import table. */
export interface Layer {
  /**
   * Where its files are: a folder (`main/store/`), one file (`main/cli.ts`), or with `*` all folders of a kind, each a layer by itself
   * (`renderer/views/*`, followed by a slash). The longest place that fits a file is its layer.
   */
  readonly place: string;
  /** Places it may import from, beside itself and what lies below it; `shared/` stands for every layer below shared. */
  readonly imports: readonly string[];
  /** Packages it may use, without their subpaths; `node:` stands for all of Node, `@scope/*` for a scope. */
  readonly packages: readonly string[];
  /** Packages it may name in `import type` only. */
  readonly types?: readonly string[];
  /** Globals and modules it must do without: `document`, `Math.random`, `new Date()` (without arguments), `node:http`. */
  readonly without?: readonly string[];
  /** May load what is only named while it runs. */
  readonly computedImports?: true;
  /** Holds the same tree as the sources: each file may also use the packages of the layer it tests. */
  readonly mirrors?: true;
}
