package glossary

import "golang.org/x/text/language"

// French inflects nouns for number, adjectives and participles for gender and
// number. An accent may be missing, as on capitals ("Etat"), but one too many
// makes another word ("annexe", "annexé").
// M. Grevisse, A. Goosse, Le bon usage, §§ 512 to 527 and 544 to 569.
var french = grammar{
	lang: language.French, minStem: 2, fold: foldLatin,
	paradigms: `
noun -    s              : État États
noun eau  eaux           : réseau réseaux
noun eu   eux            : enjeu enjeux
noun al   aux            : canal canaux
noun ail  aux            : travail travaux
noun teur trice teurs trices : directeur directrice directeurs directrices
adj  -    e     s     es     : petit petite petits petites
adj  al   ale   aux   ales   : régional régionale régionaux régionales
adj  el   elle  els   elles  : institutionnel institutionnelle
adj  en   enne  ens   ennes  : européen européenne
adj  on   onne  ons   onnes  : breton bretonne
adj  er   ère   ers   ères   : premier première
adj  et   ète   ets   ètes   : complet complète
adj  f    ve    fs    ves    : administratif administrative
adj  x    se    ses          : nombreux nombreuse nombreuses
adj  c    que   cs    ques   : public publique publics publiques
adj  teur trice teurs trices : facilitateur facilitatrice
adj  eur  euse  eurs  euses  : travailleur travailleuse
`,
}
