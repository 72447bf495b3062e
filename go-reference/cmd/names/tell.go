// Describes an identifier as gopls does.

package main

import (
	"fmt"
	"go/ast"
	"go/token"
	"go/types"
	"strings"
)

// teller describes the identifiers of one file of a type-checked package.
type teller struct {
	pkg  *types.Package
	file *ast.File
	info *types.Info
	fset *token.FileSet
	docs *docs
}

// tell returns an identifier's signature and, on a second line, the first
// sentence of its documentation, if it has one.
func (t *teller) tell(id *ast.Ident) (string, error) {
	signature, doc, err := t.look(id)
	if doc != "" {
		signature += "\n" + doc
	}
	return signature, err
}

func (t *teller) look(id *ast.Ident) (signature, doc string, err error) {
	obj := t.info.ObjectOf(id)
	switch obj := obj.(type) {
	case nil:
		if id == t.file.Name {
			return "package " + id.Name, "", nil
		}
		if of := t.blank(id); id.Name == "_" && of != nil {
			return "var _ " + types.TypeString(of, t.qualify), "", nil
		}
		return "", "", fmt.Errorf("the type checker does not know %s", id.Name)
	case *types.PkgName:
		doc, err = t.docs.ofPackage(obj.Imported().Path())
		return fmt.Sprintf("package %s (%q)", obj.Imported().Name(), obj.Imported().Path()), doc, err
	}
	if obj.Pkg() == nil {
		return t.docs.ofBuiltin(obj.Name())
	}
	doc, err = t.docs.at(t.fset.Position(obj.Pos()))
	return t.signature(obj), doc, err
}

// signature returns the declaration of an object on one line.
func (t *teller) signature(obj types.Object) string {
	switch obj := obj.(type) {
	case *types.TypeName:
		shape, _, _ := strings.Cut(types.TypeString(obj.Type().Underlying(), t.qualify), "{")
		return "type " + types.TypeString(obj.Type(), t.qualify) + " " + shape
	case *types.Func:
		recv := obj.Signature().Recv()
		if recv == nil {
			break
		}
		of := strings.TrimSpace(recv.Name() + " " + types.TypeString(recv.Type(), t.qualify))
		rest := strings.TrimPrefix(types.TypeString(obj.Signature(), t.qualify), "func")
		return fmt.Sprintf("func (%s) %s%s", of, obj.Name(), rest)
	}
	return types.ObjectString(obj, t.qualify)
}

// qualify returns the name of another package, and "" for the file's package.
func (t *teller) qualify(other *types.Package) string {
	if other == t.pkg {
		return ""
	}
	return other.Name()
}

// blank returns the type of the result that a call assigns to id, which is _.
func (t *teller) blank(id *ast.Ident) (found types.Type) {
	ast.Inspect(t.file, func(node ast.Node) bool {
		assign, ok := node.(*ast.AssignStmt)
		if !ok || len(assign.Rhs) != 1 {
			return true
		}
		results, ok := t.info.TypeOf(assign.Rhs[0]).(*types.Tuple)
		for i, left := range assign.Lhs {
			if ok && left == ast.Expr(id) {
				found = results.At(i).Type()
			}
		}
		return true
	})
	return found
}
