"""Tool handlers of the demo service."""

STORE = {}


def create_document(params, tenant, session=None):
    key = (tenant, params["id"])
    STORE[key] = params["text"]
    if session is None:
        return {"id": params["id"], "session": None}
    return {"id": params["id"], "session": session.id}


def list_documents(params, tenant):
    return sorted(doc for owner, doc in STORE if owner == tenant)
