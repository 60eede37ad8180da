import Terminal

extension LineEditor {
    /// Does one edit.
    @discardableResult
    public mutating func perform(_ edit: Edit) -> Outcome {
        if let (motion, selects) = edit.motion { return move(motion, selects: selects || isMarking) }
        defer { settle() }
        switch edit {
        case .selectAll: return selectAll()
        case .mark:
            (isMarking, anchor) = isMarking ? (false, nil) : (true, cursor)
            return .done
        case .copy: return copy()
        case .deleteBackward: return delete(cursor > 0 ? cursor - 1..<cursor : nil, as: .deletedBackward)
        case .deleteForward: return delete(cursor < count ? cursor..<cursor + 1 : nil, as: .deletedForward)
        case .killWordBackward: return kill(target(.wordLeft)..<cursor, .killedBackward)
        case .killWordForward: return kill(cursor..<target(.wordRight), .killedForward)
        case .killToLineStart: return kill(target(.lineStart)..<cursor, .killedBackward)
        case .killToLineEnd: return killToLineEnd()
        case .yank: return yank(0, into: selection ?? cursor..<cursor)
        case .yankOlder:
            guard case .yanked(let number, let range) = last, !kills.pieces.isEmpty else { return .nothing }
            return yank((number + 1) % kills.pieces.count, into: range)
        case .undo:
            guard let change = history.undo() else { return .nothing }
            takeBack(change)
            forgetContext()
        case .redo:
            guard let change = history.redo() else { return .nothing }
            doAgain(change)
            forgetContext()
        case .newLine:
            guard !isSingleLine else { return .nothing }
            return insert("\n", as: .typed) > 0 ? .overfull(1) : .done
        default: return .nothing
        }
        return .done
    }

    private mutating func forgetContext() {
        (last, goal, isMarking) = (.other, nil, false)
    }

    private mutating func selectAll() -> Outcome {
        guard !isEmpty else { return .nothing }
        (anchor, cursor) = (0, count)
        forgetContext()
        history.close()
        return .done
    }

    private mutating func copy() -> Outcome {
        guard !isEmpty else { return .nothing }
        let text = String(clusters[selection ?? 0..<count].map(\.text))
        if kills.pieces.first != text { kills.add(text) }
        forgetContext()
        anchor = nil
        return .copied(text)
    }

    private mutating func delete(_ range: Range<Int>?, as kind: EditHistory.Kind) -> Outcome {
        if let selection {
            replace(selection, with: [], as: .single)
            return .done
        }
        guard let range else { return .nothing }
        replace(range, with: [], as: kind)
        return .done
    }

    // With a selection, every kill takes that.
    private mutating func kill(_ range: Range<Int>, _ direction: Last) -> Outcome {
        let isSelected = selection != nil
        let range = selection ?? range
        guard !range.isEmpty else { return .nothing }
        let piece = String(clusters[range].map(\.text))
        let goesOn = !isSelected && (last == .killedBackward || last == .killedForward)
        if goesOn { kills.extend(piece, atFront: direction == .killedBackward) } else { kills.add(piece) }
        replace(range, with: [], as: .single)
        last = isSelected ? .other : direction
        return .done
    }

    private mutating func killToLineEnd() -> Outcome {
        let end = target(.lineEnd)
        // At the end of a line, the line end itself goes.
        return kill(cursor..<(end == cursor ? min(count, cursor + 1) : end), .killedForward)
    }

    private mutating func yank(_ number: Int, into range: Range<Int>) -> Outcome {
        guard kills.pieces.indices.contains(number) else { return .nothing }
        let fitting = TypedText(
            kills.pieces[number], room: limit - count + range.count, isSingleLine: isSingleLine)
        replace(range, with: fitting.clusters, as: .single)
        last = .yanked(number, range.lowerBound..<cursor)
        return fitting.left > 0 ? .overfull(fitting.left) : .done
    }
}
