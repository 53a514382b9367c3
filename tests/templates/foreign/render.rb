# frozen_string_literal: true

# Renders templates of ERB: a JSON list of {engine, template, data} from standard input, a JSON
# list of texts to standard output.

require "erb"
require "json"
require "ostruct"

$stdin.set_encoding("UTF-8")
asked = JSON.parse($stdin.read, object_class: OpenStruct) # client.vip, as a model would have it
texts = asked.map do |one|
  ERB.new(one.template, trim_mode: "-").result_with_hash(one.data.to_h)
rescue StandardError, SyntaxError => e
  abort "#{one.engine} refuses #{one.template}: #{e.message}"
end
$stdout.write(JSON.generate(texts))
