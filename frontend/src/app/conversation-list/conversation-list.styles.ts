import { css } from 'lit';

export const styles = css`
  :host {
    display: flex;
    flex-direction: column;
    gap: calc(var(--passim-space) * 4);
    min-block-size: 0;
    padding: calc(var(--passim-space) * 4);
    overflow-y: auto;
  }

  .start,
  .older {
    flex: none;
  }

  p {
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-s);
  }

  li {
    display: flex;
    align-items: center;
    border-radius: var(--passim-radius);
  }

  li:hover,
  li:has(.open[aria-current='true']) {
    background: light-dark(rgb(27 32 37 / 6%), rgb(255 255 255 / 6%));
  }

  .open {
    flex: 1;
    display: grid;
    min-inline-size: 0;
    padding: calc(var(--passim-space) * 2);
    border: 0;
    background: none;
    text-align: start;
    cursor: pointer;
  }

  .title {
    overflow: hidden;
    font-size: var(--passim-text-s);
    line-height: 1.4;
    text-overflow: ellipsis;
    white-space: nowrap;
  }

  .open[aria-current='true'] .title {
    font-weight: 600;
  }

  .date {
    color: var(--passim-ink-soft);
    font-size: var(--passim-text-xs);
  }

  li .icon {
    opacity: 0;
  }

  li:hover .icon,
  li:focus-within .icon {
    opacity: 1;
  }

  @media (hover: none) {
    li .icon {
      opacity: 1;
    }
  }
`;
