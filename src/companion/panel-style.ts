/** How the companion looks: the colours of the extension's own pages, by the page's light or dark. */
export const PANEL_STYLE = `
:host { all: initial !important; position: fixed !important; inset: 0 !important; width: 100vw !important; height: 100vh !important; margin: 0 !important; padding: 0 !important; border: 0 !important; display: block !important; overflow: hidden !important; background: none !important; pointer-events: none !important; zoom: var(--guia-zoom, 1) !important; }
[hidden] { display: none !important; }
*, *::before, *::after { box-sizing: border-box; }
.light { --card: #ffffff; --ink: #1a2430; --soft: #55606c; --edge: #e0ddd6; --accent: #0b5cad; --on-accent: #ffffff; --tint: #e9f3fc; --tint-edge: #a9cdec; --good: #146c3c; color-scheme: light; }
.dark { --card: #1d2229; --ink: #eceff3; --soft: #b0bac5; --edge: #3a424c; --accent: #84bfff; --on-accent: #0c2036; --tint: #17324c; --tint-edge: #3f77a8; --good: #7ddba3; color-scheme: dark; }
.panel {
  position: absolute; left: 0; top: 0; transform: translate(0, 0); display: flex; flex-direction: column; width: max-content; max-width: min(336px, calc(100vw - 16px)); max-height: calc(100vh - 24px);
  border: 1px solid var(--tint-edge); border-radius: 14px; background: var(--card); color: var(--ink); pointer-events: auto;
  font: 400 14px/1.45 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; letter-spacing: normal; text-align: start;
  box-shadow: 0 1px 2px rgb(0 0 0 / .14), 0 6px 20px rgb(0 0 0 / .14);
}
.panel.unseen, .blocked .panel { visibility: hidden; }
.head { display: flex; align-items: center; flex: none; padding: 4px; gap: 2px; }
button { min-width: 32px; min-height: 32px; margin: 0; padding: 2px 8px; border: 0; border-radius: 10px; background: none; color: inherit; font: inherit; text-align: start; cursor: pointer; }
button:hover { background: var(--tint); }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 1px; }
.toggle { display: flex; flex: 1; align-items: center; gap: 8px; padding: 2px 8px; font-weight: 600; }
.count { flex: none; min-width: 34px; padding: 1px 7px; border-radius: 12px; background: var(--accent); color: var(--on-accent); font-size: 13px; font-weight: 700; text-align: center; }
.count.all { background: var(--good); color: var(--card); }
.line .count:not(.all), .open .count:not(.all), .dot .bar { display: none; }
.bar { display: flex; flex: none; gap: 3px; padding: 0 12px 8px; }
.bar span { flex: 1; height: 5px; border: 1px solid var(--tint-edge); border-radius: 3px; }
.bar .done { border-color: var(--accent); background: var(--accent); }
.words { flex: 1; text-wrap: pretty; }
.chevron { flex: none; width: 8px; height: 8px; margin: 4px 4px 0 2px; border: solid var(--soft); border-width: 2px 0 0 2px; transform: rotate(45deg); }
.open .chevron { margin-top: -4px; transform: rotate(225deg); }
.move { flex: none; padding: 0; cursor: grab; touch-action: none; }
.move::before { content: ""; display: block; width: 3px; height: 3px; margin: 0 auto; border-radius: 50%; color: var(--soft); background: currentColor; box-shadow: -3.5px -6px, 3.5px -6px, -3.5px 0, 3.5px 0, -3.5px 6px, 3.5px 6px; clip-path: inset(-8px -8px); background: none; }
.move:active { cursor: grabbing; }
.body { flex: 1; min-height: 0; overflow: auto; overscroll-behavior: contain; padding: 0 8px 8px; }
.line .body, .dot .body, .dot .chevron, .dot .move { display: none; }
.dot .words, .aloud { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.dot .head { padding: 3px; }
.dot .toggle { padding: 0; justify-content: center; }
.panel.open { width: 336px; }
ol, ul, p { margin: 0; padding: 0; list-style: none; }
.step { padding: 6px 8px; border: 1px solid transparent; border-radius: 10px; }
.step.current { border-color: var(--tint-edge); background: var(--tint); }
.way:not([hidden]):has(.stops > *) ~ ol .current, .way:has(.stops:empty) { border-color: transparent; background: none; }
label { display: flex; align-items: center; gap: 9px; min-height: 24px; font-weight: 600; cursor: pointer; }
.done > label { color: var(--good); }
input { flex: none; width: 20px; height: 20px; margin: 0; accent-color: var(--good); }
.step p, .parts { margin-inline-start: 29px; color: var(--soft); }
.parts { display: flex; flex-wrap: wrap; gap: 0 12px; }
.parts li::before { content: "○ " / ""; }
.parts .done { color: var(--good); }
.parts .done::before { content: "✓ " / ""; }
.way { margin: 0 0 6px; padding: 10px 12px; border: 1px solid var(--tint-edge); border-radius: 10px; background: var(--tint); }
.title { font-weight: 600; }
.stops { margin: 4px 0 6px; }
.stops:empty { display: none; }
.stops li { padding-inline-start: 20px; color: var(--soft); text-indent: -20px; }
.stops li::before { content: "○" / ""; display: inline-block; width: 20px; text-indent: 0; }
.stops .here { color: var(--ink); }
.stops .here::before { content: "➜" / ""; color: var(--accent); }
.stops .done { color: var(--good); }
.stops .done::before { content: "✓" / ""; }
.stops:not(:empty) + .now { font-weight: 600; }
details { margin-top: 6px; }
summary { min-height: 24px; color: var(--accent); font-weight: 600; cursor: pointer; }
.items { padding-inline-start: 18px; }
.items li { list-style: disc; }
.buttons { display: flex; flex-wrap: wrap; gap: 4px; margin: 4px -8px -4px; }
.numbers { margin-top: 8px; padding-top: 8px; border-top: 1px solid var(--edge); }
.numbers p { font-weight: 600; }
.numbers ol { padding-inline-start: 24px; }
.numbers li { list-style: decimal; color: var(--soft); }
.numbers b { color: var(--ink); font-weight: 500; }
.foot { display: flex; flex-wrap: wrap; gap: 4px; margin-top: 8px; padding-top: 8px; border-top: 1px solid var(--edge); }
.buttons button, .foot button { font-size: 13px; color: var(--accent); font-weight: 600; }
.panel .quiet { color: var(--soft); font-weight: 400; }
.mark { position: absolute; left: 0; top: 0; transform: translate(0, 0); border: 2px solid var(--accent); border-radius: 9px; opacity: .55; }
.mark.side { border: 0; border-radius: 2px; background: var(--accent); opacity: .8; }
.mark.pointed { border-width: 3px; opacity: 1; }
.mark.arrow::before { content: ""; position: absolute; right: calc(100% + 3px); top: calc(50% - 9px); border: solid transparent; border-width: 9px 0 9px 13px; border-inline-start-color: var(--accent); }
@media print { .panel, .mark { display: none; } }
@media (forced-colors: active) {
  .panel, .mark { border-color: CanvasText; } .mark { opacity: 1; border-color: Highlight; } .mark.side { background: Highlight; } .mark { forced-color-adjust: none; } .mark.arrow::before { border-inline-start-color: Highlight; }
  .count { border: 1px solid; } .step.current { border-color: Highlight; } .bar .done { forced-color-adjust: none; border-color: Highlight; background: Highlight; } button { border: 1px solid transparent; }
  .move::before { color: ButtonText; forced-color-adjust: none; }
}
`
