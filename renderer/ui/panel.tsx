import type { ReactNode } from "react";
import classes from "./panel.module.css";

interface Props {
  readonly title?: string;
  /** A short remark beside the title. */
  readonly note?: string;
  readonly actions?: ReactNode;
  /** No padding around the content: for tables. */
  readonly flush?: boolean;
  readonly className?: string;
  readonly children?: ReactNode;
}

/** A framed part of a screen. */
export function Panel({ title, note, actions, flush = false, className, children }: Props) {
  return (
    <section className={`${classes.panel} ${className ?? ""}`} aria-label={title}>
      {(title || actions) && (
        <div className={classes.head}>
          {title && <h2 className={classes.title}>{title}</h2>}
          {note && <span className={classes.note}>{note}</span>}
          {actions && <div className={classes.actions}>{actions}</div>}
        </div>
      )}
      {children !== undefined && (
        <div className={classes.body} data-flush={flush || undefined}>
          {children}
        </div>
      )}
    </section>
  );
}
