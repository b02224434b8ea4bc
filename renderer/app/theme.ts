import {
  ActionIcon,
  Badge,
  Button,
  type CSSVariablesResolver,
  createTheme,
  type MantineColorsTuple,
  Modal,
  NativeSelect,
  NumberInput,
  Select,
  Table,
  Tabs,
  TextInput,
  Tooltip,
} from "@mantine/core";

const fontFamily = [
  '"Segoe UI"',
  "system-ui",
  "-apple-system",
  '"Noto Sans"',
  '"PingFang SC"',
  '"Microsoft YaHei"',
  '"Noto Sans CJK SC"',
  '"DejaVu Sans"',
  "sans-serif",
].join(", ");

/** Dark surfaces with the same touch of blue as the window's own panels, from text to the darkest ground. */
const dark: MantineColorsTuple = [
  "#e7eaee",
  "#c5cbd3",
  "#a3abb6",
  "#7b8490",
  "#4a515c",
  "#3b414a",
  "#282c33",
  "#1f2227",
  "#17191d",
  "#111317",
];

const smallControl = { defaultProps: { size: "xs" } } as const;

/** Desktop density: 13 px text, 30 px controls, a system font with Chinese behind it, one quiet blue. */
export const theme = createTheme({
  primaryColor: "blue",
  colors: { dark },
  primaryShade: { light: 7, dark: 5 },
  fontFamily,
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", Menlo, "DejaVu Sans Mono", "Noto Sans Mono CJK SC", monospace',
  fontSizes: { xs: "12px", sm: "13px", md: "13px", lg: "15px", xl: "18px" },
  lineHeights: { xs: "1.4", sm: "1.45", md: "1.5", lg: "1.5", xl: "1.4" },
  headings: {
    fontFamily,
    fontWeight: "600",
    sizes: {
      h1: { fontSize: "22px", lineHeight: "1.3" },
      h2: { fontSize: "17px", lineHeight: "1.35" },
      h3: { fontSize: "14px", lineHeight: "1.4" },
      h4: { fontSize: "13px", lineHeight: "1.4" },
    },
  },
  spacing: { xs: "6px", sm: "10px", md: "14px", lg: "20px", xl: "28px" },
  defaultRadius: "sm",
  focusRing: "auto",
  cursorType: "pointer",
  components: {
    Button: Button.extend(smallControl),
    ActionIcon: ActionIcon.extend({ defaultProps: { size: "md", variant: "subtle", color: "gray" } }),
    Badge: Badge.extend({ defaultProps: { variant: "light", radius: "sm", tt: "none", fw: 500 } }),
    TextInput: TextInput.extend(smallControl),
    NumberInput: NumberInput.extend(smallControl),
    Select: Select.extend({ defaultProps: { size: "xs", allowDeselect: false, checkIconPosition: "right" } }),
    NativeSelect: NativeSelect.extend(smallControl),
    Table: Table.extend({ defaultProps: { verticalSpacing: 4, horizontalSpacing: 8, fz: 13 } }),
    Tabs: Tabs.extend({ defaultProps: { keepMounted: false } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 350, withArrow: true, multiline: true, maw: 320, fz: 12 } }),
    Modal: Modal.extend({ defaultProps: { centered: true, overlayProps: { backgroundOpacity: 0.45 } } }),
  },
});

/** The kit writes quiet buttons nearly white on dark ground; they stay recognisable by their colour. */
export const schemeVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {},
  dark: { "--mantine-color-blue-light-color": "#6cb2f2", "--mantine-color-red-light-color": "#ff8a80" },
});
