/** A file that is shipped as it is, by its address. */
declare module '*?url' {
  const url: string;
  export default url;
}
