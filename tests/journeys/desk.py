"""What journeys through the desk share: whom to log in as, a page that is watched, a button that is pressed."""

PASSWORD = "a long one, hard to guess"


def watched(context):
    """Open a page in ``context`` that notes what the browser complains of in ``complaints``: refusals of the policy, faults, failed requests."""
    context.add_init_script(
        "document.addEventListener('securitypolicyviolation', event => console.error('refused: ' + event.violatedDirective + ' ' + event.blockedURI))"
    )
    page = context.new_page()
    page.complaints = []
    page.on("console", lambda message: page.complaints.append(message.text) if message.type in {"error", "warning"} else None)
    page.on("pageerror", lambda fault: page.complaints.append(str(fault)))
    page.on("response", lambda answer: page.complaints.append(f"{answer.status} {answer.url}") if answer.status >= 400 else None)
    # A picker gives up its question when the next letter is typed.
    page.on("requestfailed", lambda asked: page.complaints.append(f"failed: {asked.url}") if asked.failure != "net::ERR_ABORTED" else None)
    return page


def press(page, name):
    page.get_by_role("button", name=name, exact=True).first.click()


def choose(page, field, words):
    """Choose in a picker what the server answers to ``words``."""
    page.locator(f"{field} + .select2").click()
    page.locator(".select2-search__field").fill(words)
    page.locator(".select2-results__option", has_text=words).click()


def log_in(page, address):
    page.goto(address)
    page.fill("#id_username", "publisher")
    page.fill("#id_password", PASSWORD)
    page.keyboard.press("Enter")
