import type { ReactNode } from "react";
import classes from "./import-view.module.css";

export function FormPart({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <fieldset className={classes.part}>
      <legend className={classes.partTitle}>{title}</legend>
      {children}
    </fieldset>
  );
}
