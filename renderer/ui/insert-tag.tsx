import { ActionIcon, Menu, ScrollArea } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import type { Tag } from "#shared/domain/asset.ts";
import { printUnit } from "#shared/units/print-unit.ts";

interface Props {
  readonly label: string;
  readonly tags: readonly Tag[];
  readonly onInsert: (tag: string) => void;
}

/** The menu beside a formula from which tags are put into it. */
export function InsertTag({ label, tags, onInsert }: Props) {
  return (
    <Menu position="bottom-end" returnFocus={false} shadow="md">
      <Menu.Target>
        <ActionIcon size="sm" variant="light" aria-label={label} title={label}>
          <IconPlus size={14} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <ScrollArea.Autosize mah={280} type="auto">
          {tags.map((tag) => (
            <Menu.Item
              key={tag.name}
              onClick={() => onInsert(tag.name)}
              rightSection={<span style={{ color: "var(--ink-soft)" }}>{printUnit(tag.unit)}</span>}
            >
              {tag.name}
            </Menu.Item>
          ))}
        </ScrollArea.Autosize>
      </Menu.Dropdown>
    </Menu>
  );
}
