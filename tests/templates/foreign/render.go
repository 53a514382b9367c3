// Renders templates of text/template: a JSON list of {engine, template, data} from standard
// input, a JSON list of texts to standard output.
package main

import (
	"encoding/json"
	"log"
	"os"
	"strings"
	"text/template"
)

type asked struct {
	Engine   string
	Template string
	Data     map[string]any
}

func render(one asked) (string, error) {
	parsed, err := template.New("message").Parse(one.Template)
	if err != nil {
		return "", err
	}
	var text strings.Builder
	err = parsed.Execute(&text, one.Data)
	return text.String(), err
}

func main() {
	var batch []asked
	if err := json.NewDecoder(os.Stdin).Decode(&batch); err != nil {
		log.Fatal(err)
	}
	texts := make([]string, 0, len(batch))
	for _, one := range batch {
		text, err := render(one)
		if err != nil {
			log.Fatalf("%s refuses %s: %v", one.Engine, one.Template, err)
		}
		texts = append(texts, text)
	}
	if err := json.NewEncoder(os.Stdout).Encode(texts); err != nil {
		log.Fatal(err)
	}
}
