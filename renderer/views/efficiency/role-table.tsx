import { Badge, Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import type { Tag } from "#shared/domain/asset.ts";
import type { Direction } from "#shared/domain/kpi.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { useSay } from "../../app/language.tsx";
import classes from "./efficiency.module.css";

export type Role = "relevant" | "controllable" | "constraint";

interface Props {
  readonly tags: readonly Tag[];
  readonly has: (tag: string, role: Role) => boolean;
  readonly onRole: (tag: string, role: Role, has: boolean) => void;
  /** What is known of a relevant variable beforehand; null for nothing. */
  readonly directionOf: (tag: string) => Direction | null;
  readonly onDirection: (tag: string, direction: Direction | null) => void;
  /** Tags that stand in the formula. */
  readonly inFormula: ReadonlySet<string>;
}

const roles: readonly Role[] = ["relevant", "controllable", "constraint"];

/** What each tag is to the KPI: it moves it, it can be set, both, or neither. */
export function RoleTable({ tags, has, onRole, directionOf, onDirection, inFormula }: Props) {
  const say = useSay();
  const [filter, setFilter] = useState("");
  const wanted = filter.trim().toLowerCase();
  const shown = tags.filter((tag) => tag.valid > 0 && tag.name.toLowerCase().includes(wanted));
  return (
    <>
      <dl className={classes.roleHelp}>
        {roles.map((role) => (
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
            {roles.map((role) => (
              <Checkbox
                key={role}
                size="xs"
                className={classes.role ?? ""}
                label={say(`efficiency.roles.${role}.short`)}
                aria-label={`${name}: ${say(`efficiency.roles.${role}`)}`}
                checked={has(name, role)}
                onChange={(event) => onRole(name, role, event.currentTarget.checked)}
              />
            ))}
            {has(name, "relevant") && (
              <NativeSelect
                size="xs"
                className={classes.direction ?? ""}
                title={say("efficiency.direction.help")}
                aria-label={`${name}: ${say("efficiency.direction.title")}`}
                data={[
                  { value: "", label: say("efficiency.direction.free") },
                  { value: "rises", label: say("efficiency.direction.rises") },
                  { value: "falls", label: say("efficiency.direction.falls") },
                ]}
                value={directionOf(name) ?? ""}
                onChange={(event) => onDirection(name, (event.currentTarget.value || null) as Direction | null)}
              />
            )}
          </li>
        ))}
      </ul>
    </>
  );
}
