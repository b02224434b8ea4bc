import type { ShellBridge } from "#shared/domain/bridge.ts";

declare global {
  interface Window {
    readonly shell: ShellBridge;
  }
  /** Read by the scroll lock of the component kit when it adds its style element. */
  var __webpack_nonce__: string | undefined;
}
