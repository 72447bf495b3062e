// Finds the constructs of Go that TypeScript lacks, by the nodes of the syntax
// tree.

package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"slices"
)

// construct is a token of a construct. Its place is as in entry.
type construct struct {
	line, column, length int
	kind                 string // the key of its note
}

// universe has Go's own names: the key of a name's note, or "" if TypeScript
// has the same.
var universe = map[string]string{
	"bool": "", "false": "", "float64": "", "string": "", "true": "",
	"delete": "delete", "error": "error", "int64": "int64", "make": "make",
	"nil": "nil", "panic": "panic",
}

// finder finds the constructs of one file of a type-checked package.
type finder struct {
	info  *types.Info
	found func(pos token.Pos, length int, kind string)
}

// constructs returns all constructs of a file, in order. It returns an error if
// the file has a construct that nobody has looked at.
func (c *checker) constructs(file *ast.File, info *types.Info) (found []construct, err error) {
	source, err := c.docs.read(c.fset.Position(file.Package).Filename)
	if err != nil {
		return nil, err
	}
	f := &finder{info, func(pos token.Pos, length int, kind string) {
		at := c.fset.Position(pos)
		before := source.text[at.Offset-at.Column+1 : at.Offset]
		found = append(found, construct{at.Line, units(before), length, kind})
	}}
	ast.Inspect(file, func(node ast.Node) bool {
		if node == nil || err != nil || f.look(node) {
			return err == nil
		}
		const advice = "return true for it in look, or give it a kind and a note in docs/en/syntax.json"
		err = fmt.Errorf("%s: no note is known for %T; %s", c.fset.Position(node.Pos()), node, advice)
		return false
	})
	slices.SortFunc(found, func(a, b construct) int {
		return slices.Compare([]int{a.line, a.column}, []int{b.line, b.column})
	})
	return found, err
}

// look reports the constructs that belong to a node itself. It returns false if
// it does not know the node.
func (f *finder) look(node ast.Node) bool {
	switch node := node.(type) {
	case *ast.BasicLit, *ast.BinaryExpr, *ast.BlockStmt, *ast.BranchStmt, *ast.ExprStmt,
		*ast.FieldList, *ast.GenDecl, *ast.KeyValueExpr, *ast.ParenExpr, *ast.ReturnStmt,
		*ast.SelectorExpr:
	case *ast.File:
		f.found(node.Package, len("package"), "package")
	case *ast.ImportSpec:
		if node.Name != nil && node.Name.Name == "_" {
			f.name(node.Name, "blankImport")
		}
		return node.Name == nil || node.Name.Name != "."
	case *ast.TypeSpec:
		f.exported(node.Name)
		return node.TypeParams == nil && !node.Assign.IsValid()
	case *ast.ValueSpec:
		f.exported(node.Names...)
	case *ast.FuncDecl:
		f.exported(node.Name)
		if node.Recv == nil && node.Name.Name == "init" {
			f.name(node.Name, "init")
		}
		if node.Recv == nil {
			return true
		}
		for _, receiver := range node.Recv.List {
			for _, name := range receiver.Names {
				f.name(name, "receiver")
			}
		}
	case *ast.FuncType:
		if node.Results.NumFields() > 1 {
			f.found(node.Results.Opening, 1, "results")
		}
		return node.TypeParams == nil
	case *ast.Field:
		f.exported(node.Names...)
		if len(node.Names) > 1 {
			f.name(node.Names[0], "sharedType")
		}
	case *ast.InterfaceType:
		kind := "interface"
		if node.Methods.NumFields() == 0 {
			kind = "emptyInterface"
		}
		f.found(node.Interface, len("interface"), kind)
	case *ast.StructType:
		f.found(node.Struct, len("struct"), "struct")
	case *ast.MapType:
		f.found(node.Map, len("map"), "map")
	case *ast.CompositeLit:
		f.found(node.Lbrace, 1, "literal")
	case *ast.StarExpr:
		f.found(node.Star, 1, "pointer")
		return f.info.Types[node].IsType()
	case *ast.UnaryExpr:
		if node.Op == token.AND {
			f.found(node.OpPos, 1, "address")
		}
		return node.Op != token.ARROW
	case *ast.TypeAssertExpr:
		f.found(node.X.End(), len(".("), "typeAssertion")
		return node.Type != nil
	case *ast.IndexExpr:
		of := f.info.TypeOf(node.X)
		if of == nil {
			return false
		}
		f.found(node.Lbrack, 1, "mapIndex")
		_, isMap := of.Underlying().(*types.Map)
		return isMap
	case *ast.CallExpr:
		name, isName := node.Fun.(*ast.Ident)
		if f.info.Types[node.Fun].IsType() {
			f.found(node.Lparen, 1, "conversion")
		}
		return !node.Ellipsis.IsValid() && (!isName || name.Name != "new" && name.Name != "append")
	case *ast.AssignStmt:
		f.assign(node)
		return node.Tok == token.DEFINE || node.Tok == token.ASSIGN
	case *ast.IfStmt:
		if node.Init != nil {
			f.found(node.If, len("if"), "ifInit")
		}
	case *ast.ForStmt:
		f.found(node.For, len("for"), "forever")
		return node.Init == nil && node.Cond == nil && node.Post == nil
	case *ast.DeferStmt:
		f.found(node.Defer, len("defer"), "defer")
	case *ast.GoStmt:
		f.found(node.Go, len("go"), "go")
	case *ast.Ident:
		object := f.info.Uses[node]
		if object == nil || object.Parent() != types.Universe {
			return true
		}
		kind, known := universe[node.Name]
		if kind != "" {
			f.name(node, kind)
		}
		return known
	default:
		return false
	}
	return true
}

func (f *finder) name(id *ast.Ident, kind string) {
	f.found(id.Pos(), units(id.Name), kind)
}

// exported reports those names that begin with a capital letter.
func (f *finder) exported(names ...*ast.Ident) {
	for _, name := range names {
		if name.IsExported() {
			f.name(name, "capital")
		}
	}
}

// assign reports := and, where a value is left out, _.
func (f *finder) assign(node *ast.AssignStmt) {
	for _, left := range node.Lhs {
		if name, ok := left.(*ast.Ident); ok && name.Name == "_" {
			f.name(name, "blank")
		}
	}
	if node.Tok != token.DEFINE {
		return
	}
	kind := "define"
	switch _, isIndex := node.Rhs[0].(*ast.IndexExpr); {
	case len(node.Lhs) == 2 && len(node.Rhs) == 1 && isIndex:
		kind = "commaOk"
	case len(node.Lhs) > 1 && len(node.Rhs) == 1:
		kind = "defineSeveral"
	}
	f.found(node.TokPos, len(":="), kind)
}
