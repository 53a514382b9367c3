// Renders templates of JavaScript's engines: a JSON list of {engine, template, data} from standard
// input, a JSON list of texts to standard output. Ends with status 3 if an engine is not installed.
"use strict";

const fs = require("fs");

const NOT_INSTALLED = 3;

function load(name) {
  try {
    return require(name);
  } catch (error) {
    if (error.code !== "MODULE_NOT_FOUND") throw error;
    process.stderr.write(`the npm package ${name} is not installed`);
    process.exit(NOT_INSTALLED);
  }
}

const engines = {
  handlebars: (template, data) => load("handlebars").compile(template)(data),
  mustache: (template, data) => load("mustache").render(template, data),
  nunjucks: (template, data) => new (load("nunjucks").Environment)([]).renderString(template, data),
  ejs: (template, data) => load("ejs").render(template, data),
  liquidjs: (template, data) => new (load("liquidjs").Liquid)().parseAndRenderSync(template, data),
};

const asked = JSON.parse(fs.readFileSync(0, "utf8"));
const texts = asked.map(({ engine, template, data }) => {
  try {
    return engines[engine](template, data);
  } catch (error) {
    throw new Error(`${engine} refuses ${JSON.stringify(template)}: ${error}`);
  }
});
process.stdout.write(JSON.stringify(texts));
