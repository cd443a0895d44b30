// The one format of JavaScript and CSS.
export default { printWidth: 120 };
