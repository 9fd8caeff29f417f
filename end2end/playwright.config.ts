// Run by `cargo xtask test --only browser`, which starts a portal with fresh demo data and says in
// BASE_URL where it is.
import { defineConfig } from "@playwright/test";
import type { Settings } from "./support/portal";

const phone = { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true };
const desktop = { viewport: { width: 1280, height: 800 } };

export default defineConfig<Settings>({
  testDir: ".",
  outputDir: "../target/end2end",
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  forbidOnly: true,
  use: {
    baseURL: process.env.BASE_URL ?? "http://127.0.0.1:3000",
    locale: "zh-CN",
    launchOptions: {
      executablePath: process.env.CHROMIUM,
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
      ],
    },
  },
  projects: [
    // Journeys on every kind of browser, the key ones also in English and without JavaScript; the
    // rest only on a phone.
    { name: "phone", use: phone },
    { name: "desktop", testMatch: "journeys/*", use: desktop },
    { name: "english", testMatch: "journeys/*", grep: /@key/, use: { ...desktop, language: "en" } },
    {
      name: "plain",
      testMatch: "journeys/*",
      grep: /@key/,
      use: { ...phone, javaScriptEnabled: false },
    },
  ],
});
