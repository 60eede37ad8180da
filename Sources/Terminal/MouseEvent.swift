/// What the mouse did. It only reports when ``TerminalModes/mouse`` asks for it.
public struct MouseEvent: Hashable, Sendable {
    /// A button of the mouse.
    public enum Button: Hashable, Sendable {
        /// The first button.
        case left
        /// The second button.
        case middle
        /// The third button.
        case right
    }

    /// Which way a wheel turned.
    public enum Wheel: Hashable, Sendable {
        /// Away from the user: towards earlier text.
        case up
        /// Towards the user: towards later text.
        case down
        /// To the left.
        case left
        /// To the right.
        case right
    }

    /// What was done.
    public enum Action: Hashable, Sendable {
        /// A button went down.
        case press(Button)
        /// A button went up.
        case release(Button)
        /// The mouse moved with a button held.
        case drag(Button)
        /// The mouse moved with no button held.
        case move
        /// The wheel turned by one notch.
        case wheel(Wheel)
    }

    /// What was done.
    public var action: Action
    /// The cell it was done on.
    public var point: Point
    /// What was held down on the keyboard.
    public var modifiers: Key.Modifiers

    /// An event.
    public init(_ action: Action, at point: Point, modifiers: Key.Modifiers = []) {
        (self.action, self.point, self.modifiers) = (action, point, modifiers)
    }

    /// From the three numbers of xterm's SGR reports (`CSI < code ; column ; row M`, `m` for a release); `nil` for buttons
    /// nobody has.
    init?(code: Int, column: Int, row: Int, isRelease: Bool) {
        var modifiers: Key.Modifiers = []
        if code & 4 != 0 { modifiers.insert(.shift) }
        if code & 8 != 0 { modifiers.insert(.alt) }
        if code & 16 != 0 { modifiers.insert(.control) }
        let buttons: [Button?] = [.left, .middle, .right, nil]
        let wheels: [Wheel] = [.up, .down, .left, .right]
        let button = buttons[code & 3]
        let action: Action
        switch code & ~(4 | 8 | 16) {
        case 64...67: action = .wheel(wheels[code & 3])
        case 32...34: action = button.map(Action.drag) ?? .move
        case 35: action = .move
        case 0...2:
            guard let button else { return nil }
            action = isRelease ? .release(button) : .press(button)
        default: return nil
        }
        self.init(action, at: Point(column: max(0, column - 1), row: max(0, row - 1)), modifiers: modifiers)
    }
}
