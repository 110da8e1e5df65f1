export { base } from './base.styles';
export { tokens } from './tokens.styles';
