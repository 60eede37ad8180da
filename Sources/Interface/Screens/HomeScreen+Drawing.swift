import Conversation
import Terminal

// What Home looks like.
extension HomeScreen {
    /// Draws the lists and what the chosen scenario is about.
    public func draw(into surface: inout Surface, look: Look, at now: Uptime) {
        surface.drawTitle("Rapport", "")
        var area = surface.bounds
        _ = area.take(.top, 1)
        _ = area.take(.bottom, 1)
        let rule = area.take(.top, 1)
        surface.horizontalLine(
            at: rule.origin, columns: rule.columns, style: Role.border.index, lines: look.glyphs.lines)
        let messages = messages(look: look, columns: min(area.columns - 2, 110))
        var top = area.take(.top, messages.count)
        _ = top.take(.left, 1)
        surface.draw(messages, in: top)
        let widest = rows.map { DisplayText.width(of: $0.entry.title) }.max() ?? 0
        let listColumns = max(29, min(area.columns * 9 / 20, max(44, widest + 14)))
        drawLists(into: &surface, in: area.take(.left, listColumns), look: look)
        surface.verticalLine(
            at: area.origin, rows: area.rows, style: Role.border.index, lines: look.glyphs.lines)
        _ = area.take(.left, 2)
        _ = area.take(.right, 1)
        let lines =
            focus == .library ? aboutScenario(columns: area.columns, look: look) : aboutSession(area.columns, look)
        surface.draw(beginningOf: lines, in: area, look: look, scrolls: false)
    }

    /// Library above, what was practised lately below; the one with the keys has the cursor.
    private func drawLists(into surface: inout Surface, in area: Rect, look: Look) {
        var area = area
        _ = area.take(.right, 1)
        let least = min(4, lately.count + 2)
        let wanted = rows.count + 2
        var library = area
        if !lately.isEmpty {
            library = area.take(.top, max(3, min(wanted, area.rows - least)))
        }
        drawList(libraryList, "Library", isFocused: focus == .library, into: &surface, in: library, look: look)
        if !lately.isEmpty {
            drawList(latelyList, "Lately", isFocused: focus == .lately, into: &surface, in: area, look: look)
        }
    }

    private func drawList(
        _ list: ListBox, _ title: String, isFocused: Bool, into surface: inout Surface, in area: Rect, look: Look
    ) {
        var area = area
        var head = area.take(.top, 1)
        _ = head.take(.left, 1)
        _ = area.take(.left, 1)
        if isFocused, let finding {
            surface.put("Find ", at: head.origin, style: Role.key.index)
            _ = head.take(.left, 5)
            if !list.query.isEmpty {
                let words = list.matches.isEmpty ? "nothing has that" : "\(list.matches.count) found"
                let room = head.take(.right, DisplayText.width(of: words) + 1)
                surface.put(" " + words, at: room.origin, style: Role.muted.index)
            }
            list.draw(into: &surface, in: area, look: look)
            finding.draw(into: &surface, in: head, look: look)
        } else {
            surface.put(title, at: head.origin, style: (isFocused ? Role.focus : Role.muted).index)
            list.draw(into: &surface, in: area, look: look, isFocused: isFocused)
        }
    }

    private func aboutScenario(columns: Int, look: Look) -> [StyledLine] {
        rows.indices.contains(chosenRow) ? about(rows[chosenRow], columns: min(columns, 76), look: look) : []
    }

    private func aboutSession(_ columns: Int, _ look: Look) -> [StyledLine] {
        guard let session = lately.first(where: { $0.id.rawValue == latelyList.chosen?.id }) else { return [] }
        let isOpen = session.mark.status == .open
        return StyledLine.wrapped(session.title, .title, columns: columns)
            + [StyledLine(isOpen ? "open" : JournalScreen.standing(session), .muted), StyledLine()]
            + StyledLine.wrapped(
                isOpen
                    ? "Enter goes on at the very same moment." : "Enter looks back: where trust turned, what you kept.",
                .text, columns: min(columns, 76))
    }

    private func messages(look: Look, columns: Int) -> [StyledLine] {
        var lines: [StyledLine] = []
        if let trouble { lines += StyledLine.wrapped(trouble, .urgent, columns: columns) + [StyledLine()] }
        for words in news { lines += StyledLine.wrapped(words, .note, columns: columns) }
        if !news.isEmpty { lines.append(StyledLine()) }
        if let unfinished {
            lines.append(
                contentsOf: StyledLine.wrapped(
                    "You were in the middle of “\(unfinished.title)”.", .strong, columns: columns))
            lines.append(
                StyledLine("o", .key).with(" go on at the same moment \(look.glyphs.dot) ").with("x", .key)
                    .with(" leave it be"))
            lines.append(StyledLine())
        } else if endingsSeen.isEmpty, trouble == nil {
            let welcome = "Welcome. Pick a conversation and try things: nothing here is graded."
            lines += StyledLine.wrapped(welcome, .text, columns: columns) + [StyledLine()]
        }
        return lines
    }

    private func about(_ row: Row, columns: Int, look: Look) -> [StyledLine] {
        let heading = row.entry.heading
        if let trouble = row.trouble {
            return [StyledLine(row.entry.title, .title), StyledLine()]
                + StyledLine.wrapped("This scenario cannot be played yet. Enter shows why.", .text, columns: columns)
                + [StyledLine()] + StyledLine.wrapped(trouble, .muted, columns: columns)
        }
        let channels = heading.channels.map(\.rawValue).joined(separator: " \(look.glyphs.arrow) ")
        let facts = [channels, "\(heading.minutes) min", heading.difficulty.rawValue]
            .joined(separator: " \(look.glyphs.dot) ")
        var lines =
            StyledLine.wrapped(heading.title, .title, columns: columns)
            + StyledLine.wrapped(facts, .muted, columns: columns) + [StyledLine()]
        lines += StyledLine.wrapped(heading.summary, .text, columns: columns)
        if !heading.notice.isEmpty {
            lines += [StyledLine()] + StyledLine.wrapped(heading.notice, .urgent, columns: columns)
        }
        let skills = heading.skills.map { $0.split(separator: "-").joined(separator: " ") }.joined(separator: ", ")
        lines +=
            [StyledLine(), StyledLine("You practise", .muted)]
            + StyledLine.wrapped(skills, .text, columns: columns, indent: 2)
        if let seen = endingsSeen[row.entry.slug] {
            lines += [StyledLine(), StyledLine("Endings seen", .muted)]
            lines += seen.sorted().map { StyledLine(Feeling.words($0), .text, indent: 2) }
        }
        return lines
    }
}
