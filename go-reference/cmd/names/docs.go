// Reads the first sentences of documentation from the sources.

package main

import (
	"errors"
	"fmt"
	"go/ast"
	"go/build"
	"go/doc"
	"go/parser"
	"go/printer"
	"go/token"
	"os"
	"path/filepath"
	"strings"
)

// docs reads source files with their comments, because the importer drops the
// comments. It reads each file once.
type docs struct {
	root    string
	files   map[string]*commented
	builtin *commented
}

// commented is a source file with its comments.
type commented struct {
	text string
	fset *token.FileSet
	file *ast.File
}

func newDocs(root string) (*docs, error) {
	d := &docs{root: root, files: map[string]*commented{}}
	pkg, err := build.Import("builtin", root, build.FindOnly)
	if err != nil {
		return nil, err
	}
	d.builtin, err = d.read(filepath.Join(pkg.Dir, "builtin.go"))
	return d, err
}

func (d *docs) read(name string) (*commented, error) {
	if known, ok := d.files[name]; ok {
		return known, nil
	}
	text, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	fset := token.NewFileSet()
	file, err := parser.ParseFile(fset, name, text, parser.ParseComments)
	d.files[name] = &commented{string(text), fset, file}
	return d.files[name], err
}

// ofPackage returns the first sentence of a package's documentation.
func (d *docs) ofPackage(path string) (string, error) {
	pkg, err := build.Import(path, d.root, 0)
	if err != nil {
		return "", err
	}
	return pkg.Doc, nil
}

// at returns the first sentence of the comment on the name that is declared at a
// place. The comment is above the declaration or at the end of its line.
func (d *docs) at(place token.Position) (string, error) {
	source, err := d.read(place.Filename)
	if err != nil {
		return "", err
	}
	var found *ast.CommentGroup
	declares := func(names ...*ast.Ident) bool {
		for _, name := range names {
			if source.fset.Position(name.Pos()).Offset == place.Offset {
				return true
			}
		}
		return false
	}
	ast.Inspect(source.file, func(node ast.Node) bool {
		switch node := node.(type) {
		case *ast.FuncDecl:
			if declares(node.Name) {
				found = node.Doc
			}
		case *ast.GenDecl:
			for _, spec := range node.Specs {
				switch spec := spec.(type) {
				case *ast.TypeSpec:
					if declares(spec.Name) {
						found = first(spec.Doc, node.Doc, spec.Comment)
					}
				case *ast.ValueSpec:
					if declares(spec.Names...) {
						found = first(spec.Doc, node.Doc, spec.Comment)
					}
				}
			}
		case *ast.Field:
			if declares(node.Names...) {
				found = first(node.Doc, node.Comment)
			}
		}
		return true
	})
	// A comment #region marks code for the pages and is not documentation.
	if text := found.Text(); !strings.HasPrefix(text, "#region ") {
		return new(doc.Package).Synopsis(text), nil
	}
	return "", nil
}

// ofBuiltin returns the declaration and the first sentence of a predeclared
// name. Both come from package builtin, which exists only for documentation.
func (d *docs) ofBuiltin(name string) (signature, about string, err error) {
	object := d.builtin.file.Scope.Lookup(name)
	if object == nil {
		return "", "", fmt.Errorf("package builtin does not declare %s", name)
	}
	about, err = d.at(d.builtin.fset.Position(object.Pos()))
	switch declared := object.Decl.(type) {
	case *ast.FuncDecl:
		var out strings.Builder
		err = errors.Join(err, printer.Fprint(&out, d.builtin.fset, declared.Type))
		signature = "func " + name + strings.TrimPrefix(out.String(), "func")
	default:
		signature = object.Kind.String() + " " + name
	}
	return "builtin " + signature, about, err
}

// first returns the first comment that is not nil, or nil.
func first(comments ...*ast.CommentGroup) *ast.CommentGroup {
	for _, comment := range comments {
		if comment != nil {
			return comment
		}
	}
	return nil
}
