namespace Assistant.Tests.Markdown;

/// <summary>Inputs of our own for each construct of CommonMark and of GitHub's extensions to it, with what is easily misread while it arrives.</summary>
internal static class MarkdownExamples
{
    public static string[] All { get; } =
    [
        // Leaf blocks
        "***\n---\n_ _ _\nWords\n\n- - -\n", "Words\n***\nMore\n", "# One\n## Two ##\n###### Six\n####### Not a heading\n#Not one either\n",
        "Title\n=====\n\nSub\nof two lines\n---\n\nEnd\n", "    code\n\n      more of it\n\nWords\n", "Words\n    not code\n", "\tcode after a tab\n",
        "```\nplain\n```\n", "~~~ruby\nputs 1\n~~~\n", "````md\n```\ninner\n```\n````\n", "```\nnever closed\n\n# still code\n", "  ```\n  indented by two\n   and three\n  ```\n",
        "Before\n```js\nlet a = `b`;\n```\nafter\n", "``` not `a fence\n", "```\n\n  \n```\n", "[one]: https://example.org 'Title'\n\n[one] and [One][] and [two][one]\n",
        "See [late].\n\nMore.\n\n[late]: https://example.org\n", "[a]: https://example.org\n[a]: https://example.com\n\n[a]\n", "One\nparagraph  \nwith a break\\\nand another\n\n\n\nNext\n",
        "   Up to three spaces\n      in front\n", "[x]: <https://example.org/a b>\n\n[x]\n",

        // Container blocks
        "> quote\n> goes on\nlazily\n\nWords\n", "> # Title\n> - item\n>\n> last\n", ">no space\n>>deeper\n>back\n", "> ```\n> code\n> ```\nWords\n", "> one\n\n> two\n", ">\n> after an empty line\n>\n",
        "- one\n- two\n\n- three makes them loose\n", "- one\n\n  second paragraph\n\n      code in it\n- two\n", "* a\n+ b\n- c\n", "1. one\n2. two\n7. seven\n\nWords\n\n3) other\n",
        "- a\n - b\n  - c\n   - d\n    - e\n", "- a\n  - b\n\n    c\n\n  - d\n- e\n", "10. ten\n    goes on\n\n    and on\n", "- ```\n  code\n\n  more\n  ```\n- after\n", "-\n  late\n-\n\n- third\n",
        "- # Title\n- > quote\n- ***\n", "Words\n- list at once\n\nWords\n2. no list\n", "1. a\n\n   > quote\n   goes on lazily\n2. b\n", "- one\n\n\n- two after two\n", "- a\n- b\n***\n- c\n",
        "-   wide\n\n    still in it\n", "- [ ] to do\n- [x] done\n  - [ ] nested\n- [y] no box\n",

        // Inlines
        "\\*not emphasis\\* \\# \\[no](link) \\\\\n", "&amp; &copy; &#35; &#x22; &nosuch; &#0;\n", "`a` ``b ` c`` ` d ` `` ` ``\n", "`not closed\n\nnext`\n", "*a* _b_ **c** __d__ ***e*** *f **g** h*\n",
        "snake_case_word 2*3*4 ** a ** * b *\n", "**bold\nover lines** and *open\n", "[a](https://example.org \"t\") [b](<https://example.org/x y>) [c]() [d](https://example.org/(e))\n",
        "[![i](https://example.org/i.png)](https://example.org)\n", "![alt *text*](https://example.org/a.png 't')\n", "<https://example.org/?a=b&c=d> <me@example.org> <not a link>\n",
        "<b>raw</b> <!-- c --> <?p?> <![CDATA[x]]>\n", "<div>\n*raw*\n\n*not raw*\n</div>\n", "[a][b] [c] ] [ [d](e\n", "a  \nb\\\nc \nd\n", "*[a*](https://example.org) `*`*`\n",

        // GitHub's extensions
        "| a | b |\n| --- | :-: |\n| 1 | 2 |\n| 3 |\n\nWords\n", "a | b\n- | -:\n1 | `2`\n\nEnd\n", "| a |\n|---|\n| `x \\| y` |\n> quote after\n", "| no | table |\nwithout a line\n", "Words\n| a |\n|---|\n| 1 |\n",
        "| a | b |\n|---|---|\n\n| c | d |\n|---|---|\n| 1 | 2 |\n", "~~gone~~ and ~not~ and ~~~\n", "www.example.org and https://example.org/a_b?c=d. (https://example.org/e)\n", "me@example.org, mailto:me@example.org\n",

        // Signs and ends of lines
        "a\r\nb\r\n\r\n- c\r\n- d\r\n", "a\rb\r\rc", "😀 **👩‍💻** é 漢字\n\n`😀`\n", "\n\n\n", " \n\t\n", "no end of line", "a\u00a0b\u2028c\n", "a\0b\n",
    ];
}
