// Type checks packages and lists their identifiers.

package main

import (
	"fmt"
	"go/ast"
	"go/build"
	"go/importer"
	"go/parser"
	"go/token"
	"go/types"
	"path/filepath"
	"slices"
	"unicode/utf16"
)

// checker type checks packages from source, including the standard library.
type checker struct {
	root     string
	fset     *token.FileSet
	importer types.Importer
	docs     *docs
}

func newChecker(root string) (*checker, error) {
	root, err := filepath.Abs(root)
	if err != nil {
		return nil, err
	}
	// With cgo, package net would need a C compiler.
	build.Default.CgoEnabled = false
	docs, err := newDocs(root)
	if err != nil {
		return nil, err
	}
	fset := token.NewFileSet()
	return &checker{root, fset, importer.ForCompiler(fset, "source", nil), docs}, nil
}

// entries returns all identifiers of one file of a package and all constructs
// that TypeScript lacks, in order. It returns an error if the type checker does
// not know an identifier, or if no note is known for a construct.
func (c *checker) entries(dir, name string) ([]entry, []construct, error) {
	dir = filepath.Join(c.root, filepath.FromSlash(dir))
	list, err := build.ImportDir(dir, 0)
	if err != nil {
		return nil, nil, err
	}
	var files []*ast.File
	for _, each := range list.GoFiles {
		parsed, err := parser.ParseFile(c.fset, filepath.Join(dir, each), nil, parser.SkipObjectResolution)
		if err != nil {
			return nil, nil, err
		}
		files = append(files, parsed)
	}
	info := &types.Info{
		Defs:  map[*ast.Ident]types.Object{},
		Uses:  map[*ast.Ident]types.Object{},
		Types: map[ast.Expr]types.TypeAndValue{},
	}
	config := types.Config{Importer: c.importer}
	pkg, err := config.Check(dir, c.fset, files, info)
	if err != nil {
		return nil, nil, err
	}
	i := slices.Index(list.GoFiles, name)
	if i < 0 {
		return nil, nil, fmt.Errorf("%s: the file %s is missing; restore it", dir, name)
	}
	teller := &teller{pkg: pkg, file: files[i], info: info, fset: c.fset, docs: c.docs}
	entries, err := c.walk(files[i], teller)
	if err != nil {
		return nil, nil, err
	}
	constructs, err := c.constructs(files[i], info)
	return entries, constructs, err
}

func (c *checker) walk(file *ast.File, teller *teller) ([]entry, error) {
	source, err := c.docs.read(c.fset.Position(file.Package).Filename)
	if err != nil {
		return nil, err
	}
	var entries []entry
	ast.Inspect(file, func(node ast.Node) bool {
		id, ok := node.(*ast.Ident)
		if !ok || err != nil {
			return err == nil
		}
		position := c.fset.Position(id.Pos())
		before := source.text[position.Offset-position.Column+1 : position.Offset]
		var told string
		if told, err = teller.tell(id); err != nil {
			err = fmt.Errorf("%s: %w", position, err)
		}
		entries = append(entries, entry{position.Line, units(before), units(id.Name), told})
		return true
	})
	slices.SortFunc(entries, func(a, b entry) int {
		return slices.Compare([]int{a.line, a.column}, []int{b.line, b.column})
	})
	return entries, err
}

// units returns a text's length in UTF-16 code units, as JavaScript counts it.
func units(text string) int {
	return len(utf16.Encode([]rune(text)))
}
