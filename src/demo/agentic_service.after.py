"""Tool handlers of the demo service."""

STORE = {}


def create_document(params, tenant, session=None):
    key = (tenant, params["id"])
    STORE[key] = params["text"]
    return {"id": params["id"], "session": session.id if session else None}


def list_documents(params, tenant):
    return sorted(doc for owner, doc in STORE if owner == tenant)
