import Conversation
import Patterns
import Testing

/// The pattern for a moment.
struct MomentSignsTests {
    private func pattern(_ slug: String, skills: [String] = [], fits: [Pattern.Situation] = []) -> Pattern {
        Pattern(
            slug: slug, title: slug, summary: "", skills: skills, moves: [], fits: fits, steps: ["One.", "Two."],
            helps: [], hinders: [], phrasings: [:])
    }

    private var shelf: PatternShelf {
        var shelf = PatternShelf()
        shelf.patterns = [
            pattern("three-sentences", skills: ["acknowledge-impact"], fits: [.first, .any]),
            pattern("mending", skills: ["repair-rupture", "validate"], fits: [.rupture]),
            pattern("breathing", skills: ["validate"], fits: [.heat]),
        ]
        return shelf
    }

    private func slug(_ skill: String?, _ situations: Set<Pattern.Situation>) -> String? {
        shelf.pattern(for: MomentSigns(skill: skill, situations: situations))?.slug
    }

    @Test("the skill a moment is about comes first, and a pattern mainly about it before one that is also about it")
    func skill() {
        #expect(slug("validate", [.rupture]) == "breathing")
        #expect(slug("repair-rupture", [.heat]) == "mending")
    }

    @Test("without a skill, the most pressing of what goes on decides")
    func situation() {
        #expect(slug(nil, [.heat, .rupture, .first]) == "mending")
        #expect(slug(nil, [.heat, .first]) == "breathing")
        #expect(slug("unheard-of", [.heat]) == "breathing")
    }

    @Test("where nothing nearer fits, one that fits everywhere is offered; an empty shelf offers none")
    func anything() {
        #expect(slug(nil, []) == "three-sentences")
        #expect(slug(nil, [.mail]) == "three-sentences")
        #expect(PatternShelf().pattern(for: MomentSigns(skill: nil, situations: [.heat])) == nil)
    }
}
