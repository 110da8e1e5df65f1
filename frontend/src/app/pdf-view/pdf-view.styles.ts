import { css } from 'lit';

/** The rules of the text layer are those of pdf.js' own viewer: its elements are placed by them. */
export const styles = css`
  :host {
    display: block;
    min-block-size: 0;
  }

  .scroller {
    block-size: 100%;
    overflow: auto;
    background: var(--passim-sunken);
    overscroll-behavior: contain;
  }

  .scroller:focus-visible {
    outline-offset: -2px;
  }

  .pages {
    --total-scale-factor: 1;
    --scale-round-x: 1px;
    --scale-round-y: 1px;

    display: grid;
    justify-content: safe center;
    gap: calc(var(--passim-space) * 4);
    inline-size: fit-content;
    min-inline-size: 100%;
    padding: calc(var(--passim-space) * 4);
  }

  .page {
    position: relative;
    isolation: isolate;
    overflow: clip;
    inline-size: calc(var(--total-scale-factor) * var(--width));
    block-size: calc(var(--total-scale-factor) * var(--height));
    margin-inline: auto;
    background: white;
    color: #565d63;
    box-shadow: 0 1px 3px var(--passim-shadow);
    font-size: var(--passim-text-s);
    text-align: center;
  }

  /* White paper is glaring in the dark. */
  .page::after {
    content: '';
    position: absolute;
    inset: 0;
    z-index: 2;
    background: light-dark(transparent, rgb(0 0 0 / 14%));
    pointer-events: none;
  }

  canvas {
    display: block;
    inline-size: 100%;
    block-size: 100%;
  }

  .textLayer {
    --min-font-size: 1;
    --text-scale-factor: calc(var(--total-scale-factor) * var(--min-font-size));
    --min-font-size-inv: calc(1 / var(--min-font-size));

    position: absolute;
    inset: 0;
    z-index: 1;
    overflow: clip;
    line-height: 1;
    text-align: initial;
    text-size-adjust: none;
    -webkit-text-size-adjust: none;
    forced-color-adjust: none;
    transform-origin: 0 0;
    mix-blend-mode: multiply;
  }

  /* What is printed on a scan lies over its words, which are to be selected too. */
  .textLayer.recognised + .textLayer {
    pointer-events: none;
  }

  .textLayer.recognised + .textLayer > span {
    pointer-events: auto;
  }

  .textLayer[data-main-rotation='90'] {
    transform: rotate(90deg) translateY(-100%);
  }

  .textLayer[data-main-rotation='180'] {
    transform: rotate(180deg) translate(-100%, -100%);
  }

  .textLayer[data-main-rotation='270'] {
    transform: rotate(270deg) translateX(-100%);
  }

  .textLayer :is(span, br) {
    position: absolute;
    color: transparent;
    white-space: pre;
    cursor: text;
    transform-origin: 0% 0%;
  }

  .textLayer > span {
    --font-height: 0;
    --scale-x: 1;
    --rotate: 0deg;

    font-size: calc(var(--text-scale-factor) * var(--font-height));
    transform: rotate(var(--rotate)) scaleX(var(--scale-x)) scale(var(--min-font-size-inv));
  }

  /* These elements are as high as the lines of the scan, and so are their marks. */
  .textLayer.recognised > span {
    font-family: sans-serif;
  }

  .textLayer.recognised mark {
    display: inline-block;
    block-size: 1em;
    margin: 0 -1px;
    padding: 0 1px;
    border-radius: 1px;
  }

  .textLayer ::selection {
    background: rgb(120 170 255 / 45%);
  }

  /* Line breaks have no place of their own, and would show at the page's edge. */
  .textLayer br::selection {
    background: transparent;
  }

  /* Over white paper, in whatever colours the page around it has. */
  mark {
    margin: -1px;
    padding: 1px;
    border-radius: 2px;
    color: transparent;
    scroll-margin: calc(var(--passim-space) * 16);
  }

  /* The marker itself shows where one is. */
  mark:focus-visible {
    outline: none;
  }

  mark.cited {
    background: #ffe48a;
  }

  mark.match {
    background: #c4e3df;
  }

  mark.current {
    background: #7cc9bf;
  }
`;
