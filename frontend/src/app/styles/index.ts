// Apart from the themes, so that the widget does not carry what only pages show.
export { choice } from './choice.styles';
export { entry } from './entry.styles';
export { filterBar } from './filter-bar.styles';
export { page } from './page.styles';
export { toastStyles } from './toast.styles';
