// ESLint's recommended rules over the front ends and their tests.
import js from "@eslint/js";
import globals from "globals";

export default [
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2022, sourceType: "module", globals: globals.browser },
    rules: {
      // One statement a line, and no braces left out over several lines.
      "max-statements-per-line": ["error", { max: 1 }],
      curly: ["error", "multi-line"],
      "prefer-const": "error",
      eqeqeq: "error",
      "no-restricted-syntax": [
        "error",
        {
          selector: "TemplateLiteral TemplateLiteral",
          message: "The site's minifier takes spaces out of a template within a template; give the inner one a name.",
        },
      ],
    },
  },
  { files: ["tests/javascript/**"], languageOptions: { globals: globals.node } },
];
