import { randomUUID } from "node:crypto";
import { BrowserWindow } from "electron";
import { writeWhole } from "../store/write-whole.ts";
import { reportPage } from "./desk.ts";

/** Documents that are being printed, by the id their page is asked for. */
export const onPrintShelf = new Map<string, string>();

const small = "font-family: sans-serif; font-size: 8px; color: #666; width: 100%; text-align: center";
const pageNumber = `<div style="${small}"><span class="pageNumber"></span> / <span class="totalPages"></span></div>`;
const inches = (mm: number) => mm / 25.4;

/** Prints a self-contained document to a PDF file of A4 pages; the file is there whole or not at all. */
export async function printToFile(html: string, path: string): Promise<{ path: string; bytes: number }> {
  const id = randomUUID();
  onPrintShelf.set(id, html);
  // No script runs in it, and it has no preload: paper needs neither.
  const window = new BrowserWindow({
    show: false,
    webPreferences: { javascript: false, sandbox: true, contextIsolation: true, nodeIntegration: false, spellcheck: false },
  });
  try {
    await window.loadURL(reportPage(id));
    const pdf = await window.webContents.printToPDF({
      pageSize: "A4",
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: "<span></span>",
      footerTemplate: pageNumber,
      margins: { top: inches(14), bottom: inches(16), left: inches(14), right: inches(14) },
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    });
    writeWhole(path, pdf);
    return { path, bytes: pdf.length };
  } finally {
    onPrintShelf.delete(id);
    window.destroy();
  }
}
