import { Badge, SegmentedControl, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import type { Tag } from "#shared/domain/asset.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { useSay } from "../../app/language.tsx";
import classes from "./efficiency.module.css";

export type Role = "relevant" | "controllable" | "neither";

interface Props {
  readonly tags: readonly Tag[];
  readonly roleOf: (tag: string) => Role;
  readonly onRole: (tag: string, role: Role) => void;
  /** Tags that stand in the formula. */
  readonly inFormula: ReadonlySet<string>;
}

const roles: readonly Role[] = ["neither", "relevant", "controllable"];

/** What each tag is to the KPI: it moves it, it can be set, or it is not used. */
export function RoleTable({ tags, roleOf, onRole, inFormula }: Props) {
  const say = useSay();
  const [filter, setFilter] = useState("");
  const wanted = filter.trim().toLowerCase();
  const shown = tags.filter((tag) => tag.valid > 0 && tag.name.toLowerCase().includes(wanted));
  return (
    <>
      <dl className={classes.roleHelp}>
        {(["relevant", "controllable"] as const).map((role) => (
          <div key={role}>
            <dt>{say(`efficiency.roles.${role}`)}</dt>
            <dd>{say(`efficiency.roles.${role}.help`)}</dd>
          </div>
        ))}
      </dl>
      {tags.length > 15 && (
        <TextInput
          mb={6}
          aria-label={say("health.tags.filter")}
          placeholder={say("health.tags.filter")}
          leftSection={<IconSearch size={14} />}
          value={filter}
          onChange={(event) => setFilter(event.currentTarget.value)}
        />
      )}
      <ul className={classes.roles}>
        {shown.map(({ name, unit, min, max }) => (
          <li key={name} data-tag={name}>
            <span className={classes.roleTag}>
              <span className={classes.tagName}>{name}</span>
              {inFormula.has(name) && (
                <Badge size="xs" color="gray">
                  {say("efficiency.roles.in-formula")}
                </Badge>
              )}
              <span className={classes.soft}>
                {min !== null && max !== null
                  ? say("health.tags.range", {
                      min: formatNumber(min, { significant: 3 }),
                      max: formatQuantity(max, unit, { significant: 3 }),
                    })
                  : ""}
              </span>
            </span>
            <SegmentedControl
              size="xs"
              aria-label={name}
              value={roleOf(name)}
              onChange={(role) => onRole(name, role as Role)}
              data={roles.map((role) => ({ value: role, label: say(`efficiency.roles.${role}`) }))}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
