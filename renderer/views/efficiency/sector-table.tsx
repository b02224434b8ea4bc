import { Collapse } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import { useSay } from "../../app/language.tsx";
import classes from "./efficiency.module.css";
import { sectors } from "./sectors.ts";

/** What a study says one percent is worth to whole sectors: to compare with, closed until somebody asks, and never the plant's number. */
export function SectorTable() {
  const say = useSay();
  const [open, setOpen] = useState(false);
  return (
    <div className={classes.sectors}>
      <button type="button" className={classes.plainButton} aria-expanded={open} onClick={() => setOpen(!open)}>
        {open ? <IconChevronDown size={13} /> : <IconChevronRight size={13} />} {say("efficiency.sector.title")}
      </button>
      <Collapse expanded={open}>
        <p className={classes.help}>{say("efficiency.sector.lead")}</p>
        <table className={classes.sectorTable}>
          <thead>
            <tr>
              {(["sector", "what", "value"] as const).map((column) => (
                <th key={column}>{say(`efficiency.sector.col.${column}`)}</th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sectors.map(({ id, billion }) => (
              <tr key={id}>
                <td>{say(`efficiency.sector.${id}`)}</td>
                <td>{say(`efficiency.sector.${id}.what`)}</td>
                <td>{billion}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p className={classes.help}>{say("efficiency.sector.source")}</p>
      </Collapse>
    </div>
  );
}
