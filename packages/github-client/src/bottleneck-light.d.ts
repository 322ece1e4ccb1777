/** The part of Bottleneck without Redis, the one Octokit's plugins load. */
declare module 'bottleneck/light.js' {
  export { default } from 'bottleneck';
}
