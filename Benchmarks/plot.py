"""Bars as SVG, drawn without a library."""
import html

TONES = ["#1b5e8c", "#3b8bba", "#7db8da", "#b9d9ec", "#d9e9f4"]


def bars(title, lines):
    """A plot of lines (name, seconds, [(part, seconds)]): one bar each, cut into its parts where there are any."""
    left, width, height = 430, 430, 34
    longest = max(seconds for _, seconds, _ in lines) or 1
    total = 70 + height * len(lines)
    out = [f'<svg xmlns="http://www.w3.org/2000/svg" width="980" height="{total}" font-family="sans-serif" font-size="13">',
           f'<rect width="980" height="{total}" fill="white"/>',
           f'<text x="16" y="28" font-size="16" font-weight="bold">{html.escape(title)}</text>']
    for index, (name, seconds, parts) in enumerate(lines):
        top = 50 + height * index
        out.append(f'<text x="{left - 10}" y="{top + 17}" text-anchor="end">{html.escape(name)}</text>')
        start = left
        for tone, (part, share) in enumerate(parts or [("", seconds)]):
            wide = width * share / longest
            out.append(f'<rect x="{start:.1f}" y="{top}" width="{max(wide, 1):.1f}" height="24" '
                       f'fill="{TONES[tone % len(TONES)]}"><title>{html.escape(part or name)}: {share:.2f} s</title></rect>')
            start += wide
        out.append(f'<text x="{left + width * seconds / longest + 8:.1f}" y="{top + 17}">{seconds:.2f} s</text>')
    return "\n".join(out + ["</svg>", ""])
