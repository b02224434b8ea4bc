import { formatNumber } from "#shared/units/format-number.ts";
import { useSay } from "../../app/language.tsx";
import classes from "./import-view.module.css";
import type { Preview } from "./use-preview.ts";
import { isWanted } from "./wanted-tables.ts";

/** The tables of a file that holds several: which is shown, and which are imported. */
export function TableStrip({ preview }: { readonly preview: Preview }) {
  const say = useSay();
  const { tables, draft } = preview;
  if (tables.length < 2) return null;
  return (
    <section className={classes.strip} aria-label={say("import-view.tables", { count: tables.length })}>
      <span className={classes.soft}>{say("import-view.tables", { count: tables.length })}</span>
      {tables.map((table, k) => {
        const name = table.name || say("import-view.table.number", { number: k + 1 });
        const shown = k === draft.table;
        return (
          <span key={k} className={classes.chip} data-shown={shown || undefined}>
            <input
              type="checkbox"
              aria-label={say("import-view.tables.import", { name })}
              checked={isWanted(draft, tables, k)}
              onChange={(event) => preview.decide(k, { checked: event.currentTarget.checked })}
            />
            <button type="button" aria-current={shown ? "true" : undefined} onClick={() => preview.show(k)}>
              {name}
              {table.rows !== null && <span className={classes.soft}> {formatNumber(table.rows, { decimals: 0 })}</span>}
            </button>
          </span>
        );
      })}
    </section>
  );
}
