// The run scripts are plain .mjs, so that they start under any Node, before anything is installed; their tests and
// playwright.config.ts import them untyped.
declare module '*.mjs';
