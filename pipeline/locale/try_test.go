package locale
import ("testing";"os";"strings";"fmt";"golang.org/x/text/language")
func TestTry(t *testing.T){
 data,_:=os.ReadFile("/tmp/w/typography/try.txt")
 for line:=range strings.SplitSeq(string(data),"\n"){
  l,text,ok:=strings.Cut(line," | "); if !ok {continue}
  e:=Find(language.MustParse(l)).Tidy(text)
  out:=Apply(text,e)
  r:=""
  for _,x:=range e {r+=" "+x.Rule}
  fmt.Println(l,"|",text,"\n   |",strings.NewReplacer("\u00a0","⍽","\u202f","⍽").Replace(out),"|",r)
 }
}
